/// The PostgreSQL server that comes along, so that nothing has to be installed.
@NullMarked
package dev.photobridge.app.database;

import org.jspecify.annotations.NullMarked;
