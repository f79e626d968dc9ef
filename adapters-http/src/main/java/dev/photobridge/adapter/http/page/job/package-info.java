/// The page of jobs: what became of every photo.
@NullMarked
package dev.photobridge.adapter.http.page.job;

import org.jspecify.annotations.NullMarked;
