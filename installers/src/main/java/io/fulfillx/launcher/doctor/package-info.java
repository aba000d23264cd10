/** What can keep FulfillX from running on this machine, and what to do about it. */
@NullMarked
package io.fulfillx.launcher.doctor;

import org.jspecify.annotations.NullMarked;
