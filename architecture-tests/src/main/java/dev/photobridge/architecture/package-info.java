/// The rules of the design as tests; nothing here is part of the product.
@NullMarked
package dev.photobridge.architecture;

import org.jspecify.annotations.NullMarked;
