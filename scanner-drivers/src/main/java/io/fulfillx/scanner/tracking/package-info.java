/**
 * Carriers' parcel numbers as their bar codes hold them: whose they are, and whether the check
 * digit fits. No look-up anywhere: what a number says by itself.
 */
@NullMarked
package io.fulfillx.scanner.tracking;

import org.jspecify.annotations.NullMarked;
