/** Tests of what the doctor finds. */
@NullMarked
package io.fulfillx.launcher.doctor;

import org.jspecify.annotations.NullMarked;
