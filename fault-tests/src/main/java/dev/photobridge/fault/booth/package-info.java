/// Photo booths that post without a pause and write down what they get.
@NullMarked
package dev.photobridge.fault.booth;

import org.jspecify.annotations.NullMarked;
