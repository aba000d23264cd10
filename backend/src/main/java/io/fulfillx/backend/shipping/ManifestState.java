package io.fulfillx.backend.shipping;

/** How far a manifest has come. */
enum ManifestState {
    /** Numbers are still added. */
    OPEN,
    /** Nothing is added any more; its carrier is told of it until it answers. */
    CLOSED,
    /** Its carrier has answered. */
    REPORTED
}
