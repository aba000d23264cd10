/** Programs that play the outside world, carrier and shop, over real HTTP with seeded faults. */
@NullMarked
package io.fulfillx.backend.lab;

import org.jspecify.annotations.NullMarked;
