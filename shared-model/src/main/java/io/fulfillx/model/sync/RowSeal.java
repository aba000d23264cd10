package io.fulfillx.model.sync;

/**
 * What ties a journal row to its station and to the row before.
 *
 * @param prevHash hash of the row before, see {@link RowBytes}
 * @param signature Ed25519 over {@link RowBytes}, base64
 */
public record RowSeal(String prevHash, String signature) {}
