/**
 * Printers of the warehouse: set up over the API, driven by the server, and fed a wave's labels in
 * the order in which it is walked. Stands above shipping and below sync.
 */
@NullMarked
package io.fulfillx.backend.printing;

import org.jspecify.annotations.NullMarked;
