/// What comes with the program and is handed out as it is: the contract.
@NullMarked
package dev.photobridge.adapter.http.site;

import org.jspecify.annotations.NullMarked;
