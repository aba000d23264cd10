/** Transactions inside one organisation, and the database behind them. */
@NullMarked
package io.fulfillx.backend.platform.sql;

import org.jspecify.annotations.NullMarked;
