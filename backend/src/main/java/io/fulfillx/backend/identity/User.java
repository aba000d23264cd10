package io.fulfillx.backend.identity;

import io.fulfillx.model.id.UserId;

record User(
        UserId userId,
        String email,
        String name,
        String passwordHash,
        String role,
        boolean active) {}
