package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.UserStore.RefreshToken;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Passwords;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.Principal;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a user in with a password, and keeps them in with refresh tokens that each work once. */
final class SignIn {
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    /** Verified when there is no such user, so that the time taken does not tell who exists. */
    private static final String NOBODY = Passwords.hash(Tokens.random(16));

    private final Transactions transactions;
    private final UserStore store;
    private final AccessTokens accessTokens;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Supplier<UUID> ids;

    SignIn(
            Transactions transactions,
            UserStore store,
            AccessTokens accessTokens,
            SignInThrottle throttle,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.store = store;
        this.accessTokens = accessTokens;
        this.throttle = throttle;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a client keeps after signing in. */
    record Session(
            String accessToken,
            String refreshToken,
            long expiresInSeconds,
            OrgId orgId,
            UUID userId,
            String role) {}

    /**
     * @throws Fault UNAUTHENTICATED for whatever is wrong, without saying what; TOO_MANY_ATTEMPTS
     *     after several failures
     */
    Session withPassword(String organization, String email, String password) {
        String who = organization + "/" + email.toLowerCase(Locale.ROOT);
        throttle.refuseIfTooMany(who);
        Optional<OrgId> org = transactions.findOrg(organization);
        Optional<User> user =
                org.flatMap(
                        id ->
                                transactions.inOrg(
                                        id,
                                        tx ->
                                                store.findByEmail(
                                                        tx, email.toLowerCase(Locale.ROOT))));
        boolean matches = Passwords.matches(password, user.map(User::passwordHash).orElse(NOBODY));
        if (org.isEmpty() || user.isEmpty() || !matches || !user.get().active()) {
            throttle.failed(who);
            throw new Fault(
                    Fault.Code.UNAUTHENTICATED,
                    "Organisation, e-mail and password do not belong together.");
        }
        return transactions.inOrg(org.get(), tx -> open(tx, user.get(), ids.get()));
    }

    /**
     * Trades a refresh token for a new pair. A token that comes a second time was stolen or
     * replayed: its whole family is revoked.
     */
    Session withRefreshToken(String organization, String refreshToken) {
        OrgId org = transactions.findOrg(organization).orElseThrow(SignIn::expired);
        String[] parts = refreshToken.split("\\.", 2);
        UUID id = parts.length == 2 ? parse(parts[0]) : parse("");
        String secret = parts[parts.length - 1];
        Optional<Session> session = transactions.inOrg(org, tx -> rotate(tx, id, secret));
        // The revocation above must commit, so the refusal comes after the transaction.
        return session.orElseThrow(SignIn::expired);
    }

    private Optional<Session> rotate(Tx tx, UUID id, String secret) {
        Instant now = clock.instant();
        Optional<RefreshToken> found =
                store.findToken(tx, id)
                        .filter(token -> Tokens.same(token.secretSha256(), Tokens.sha256(secret)));
        if (found.isEmpty() || found.get().revoked() || now.isAfter(found.get().expiresAt())) {
            return Optional.empty();
        }
        RefreshToken token = found.get();
        if (!store.use(tx, token.tokenId(), now)) {
            store.revokeFamily(tx, token.familyId(), now);
            return Optional.empty();
        }
        return store.find(tx, token.userId())
                .filter(User::active)
                .map(user -> open(tx, user, token.familyId()));
    }

    private Session open(Tx tx, User user, UUID family) {
        String secret = Tokens.random(32);
        Instant now = clock.instant();
        RefreshToken token =
                new RefreshToken(
                        ids.get(),
                        family,
                        user.userId(),
                        Tokens.sha256(secret),
                        now.plus(REFRESH_LIFE),
                        false,
                        false);
        store.insertToken(tx, token, now);
        Principal principal = new Principal(tx.org(), user.userId().value(), user.role());
        return new Session(
                accessTokens.issue(principal),
                token.tokenId() + "." + secret,
                AccessTokens.LIFE.toSeconds(),
                tx.org(),
                principal.subject(),
                user.role());
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw expired();
        }
    }

    private static Fault expired() {
        return new Fault(Fault.Code.UNAUTHENTICATED, "The session has ended. Sign in again.");
    }
}
