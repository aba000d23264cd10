package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.model.id.CommandId;

/**
 * The newest act at a station.
 *
 * @param before the work without it
 */
record Undoable(CommandId commandId, ParcelWork before) {}
