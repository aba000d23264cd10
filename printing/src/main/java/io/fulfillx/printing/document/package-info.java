/** From a document to the bytes of a printer: pages, label area, dots, check, encoding. */
@NullMarked
package io.fulfillx.printing.document;

import org.jspecify.annotations.NullMarked;
