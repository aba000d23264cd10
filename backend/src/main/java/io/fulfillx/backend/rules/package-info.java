/** Automation rules: conditions, actions and their evaluation, with the why of every decision. */
@NullMarked
package io.fulfillx.backend.rules;

import org.jspecify.annotations.NullMarked;
