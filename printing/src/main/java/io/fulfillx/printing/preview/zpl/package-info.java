/** What a printer makes of ZPL II: fields, fonts, graphics and bar codes on whole dots. */
@NullMarked
package io.fulfillx.printing.preview.zpl;

import org.jspecify.annotations.NullMarked;
