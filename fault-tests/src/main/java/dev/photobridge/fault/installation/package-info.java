/// A running installation of the packaged program: nodes, PostgreSQL, the folder of images.
@NullMarked
package dev.photobridge.fault.installation;

import org.jspecify.annotations.NullMarked;
