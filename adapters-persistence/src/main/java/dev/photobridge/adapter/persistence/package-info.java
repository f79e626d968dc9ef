/// The database: connection pool, migrations, and the repositories over it.
@NullMarked
package dev.photobridge.adapter.persistence;

import org.jspecify.annotations.NullMarked;
