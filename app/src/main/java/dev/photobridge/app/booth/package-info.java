/// A photo booth's side of the ingest request, for demo, checks and tests.
@NullMarked
package dev.photobridge.app.booth;

import org.jspecify.annotations.NullMarked;
