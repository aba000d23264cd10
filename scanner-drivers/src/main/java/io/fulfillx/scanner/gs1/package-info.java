/**
 * GS1 messages: element strings with and without separators, the bracketed form that people read,
 * what a scanner sends for a GS1 symbol, and Digital Link URIs. Everything is checked against our
 * own table of application identifiers ({@code application-identifiers.txt}), and everything can be
 * written again. No input or output, no clock, no state; all of it may be used by many threads.
 */
@NullMarked
package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.NullMarked;
