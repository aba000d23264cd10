/**
 * What kind of bar code a scan comes from, by the AIM identifier that scanners can put in front
 * (ISO/IEC 15424), and retail numbers in their one form of 14 digits.
 */
@NullMarked
package io.fulfillx.scanner.aim;

import org.jspecify.annotations.NullMarked;
