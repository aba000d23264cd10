/** What managers read: the backlog, holds, lateness, exceptions, throughput, stock and lags. */
@NullMarked
package io.fulfillx.backend.insight;

import org.jspecify.annotations.NullMarked;
