/** Organisations, users, operators, stations: who may do what. */
@NullMarked
package io.fulfillx.backend.identity;

import org.jspecify.annotations.NullMarked;
