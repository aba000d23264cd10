package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.UserId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class UserStore {
    private static final String COLUMNS = "user_id, email, name, password_hash, role, active";
    private static final String BY_EMAIL =
            "select " + COLUMNS + " from app_user where org_id = :org and email = :email";
    private static final String BY_ID =
            "select " + COLUMNS + " from app_user where org_id = :org and user_id = :id";
    private static final String INSERT =
            """
            insert into app_user (org_id, user_id, email, name, password_hash, role)
            values (:org, :id, :email, :name, :hash, :role) on conflict (org_id, email) do nothing
            """;
    private static final String INSERT_TOKEN =
            """
            insert into refresh_token
              (org_id, token_id, family_id, user_id, secret_sha256, created_at, expires_at)
            values (:org, :id, :family, :user, :secret, :now, :expires)
            """;
    private static final String FIND_TOKEN =
            """
            select token_id, family_id, user_id, secret_sha256, expires_at, used_at, revoked_at
            from refresh_token where org_id = :org and token_id = :id
            """;
    private static final String USE_TOKEN =
            """
            update refresh_token set used_at = :now
            where org_id = :org and token_id = :id and used_at is null and revoked_at is null
            """;
    private static final String REVOKE_FAMILY =
            """
            update refresh_token set revoked_at = :now
            where org_id = :org and family_id = :family and revoked_at is null
            """;

    /** A stored refresh token; its secret is known only as a fingerprint. */
    record RefreshToken(
            UUID tokenId,
            UUID familyId,
            UserId userId,
            String secretSha256,
            Instant expiresAt,
            boolean used,
            boolean revoked) {}

    Optional<User> findByEmail(Tx tx, String email) {
        return tx.sql(BY_EMAIL).with("email", email).find(UserStore::user);
    }

    Optional<User> find(Tx tx, UserId id) {
        return tx.sql(BY_ID).with("id", id.value()).find(UserStore::user);
    }

    /** False when the e-mail address is taken. */
    boolean insert(Tx tx, User user) {
        return tx.sql(INSERT)
                        .with("id", user.userId().value())
                        .with("email", user.email())
                        .with("name", user.name())
                        .with("hash", user.passwordHash())
                        .with("role", user.role())
                        .run()
                == 1;
    }

    void insertToken(Tx tx, RefreshToken token, Instant now) {
        tx.sql(INSERT_TOKEN)
                .with("id", token.tokenId())
                .with("family", token.familyId())
                .with("user", token.userId().value())
                .with("secret", token.secretSha256())
                .with("now", now)
                .with("expires", token.expiresAt())
                .run();
    }

    Optional<RefreshToken> findToken(Tx tx, UUID id) {
        return tx.sql(FIND_TOKEN)
                .with("id", id)
                .find(
                        row ->
                                new RefreshToken(
                                        row.uuid("token_id"),
                                        row.uuid("family_id"),
                                        new UserId(row.uuid("user_id")),
                                        row.text("secret_sha256"),
                                        row.instant("expires_at"),
                                        row.instantOrNull("used_at") != null,
                                        row.instantOrNull("revoked_at") != null));
    }

    /** True for exactly one of all who try to use the token. */
    boolean use(Tx tx, UUID id, Instant now) {
        return tx.sql(USE_TOKEN).with("id", id).with("now", now).run() == 1;
    }

    void revokeFamily(Tx tx, UUID family, Instant now) {
        tx.sql(REVOKE_FAMILY).with("family", family).with("now", now).run();
    }

    private static User user(Row row) {
        return new User(
                new UserId(row.uuid("user_id")),
                row.text("email"),
                row.text("name"),
                row.text("password_hash"),
                row.text("role"),
                row.flag("active"));
    }
}
