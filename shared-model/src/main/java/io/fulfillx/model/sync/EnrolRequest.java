package io.fulfillx.model.sync;

/** A station introduces itself with the one-time code a manager was given for it. */
public record EnrolRequest(String organization, String code, String machine) {}
