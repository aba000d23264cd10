package io.fulfillx.desktop.session;

import io.fulfillx.desktop.store.PinAttempts;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.station.OperatorCard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets operators in from the roster on this station's disk, so it works with the network down. */
public final class Operators {
    private static final int FREE_FAILURES = 2;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final StationStore store;
    private final Supplier<Duration> offlineAtMost;

    /**
     * @param offlineAtMost how long after the last word of the server somebody may still sign in
     */
    public Operators(StationStore store, Supplier<Duration> offlineAtMost) {
        this.store = store;
        this.offlineAtMost = offlineAtMost;
    }

    /** Names to choose from, in alphabetical order. */
    public List<String> names() {
        return store.roster().operators().stream()
                .filter(OperatorCard::active)
                .map(OperatorCard::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    public SignIn byBadge(BadgeCode badge) {
        List<OperatorCard> roster = store.roster().operators();
        if (roster.isEmpty()) {
            return new SignIn.NoRoster();
        }
        byte[] wanted = sha256(badge.secret()).getBytes(StandardCharsets.US_ASCII);
        Optional<OperatorCard> found =
                roster.stream()
                        .filter(
                                card ->
                                        MessageDigest.isEqual(
                                                wanted,
                                                card.badgeSha256()
                                                        .getBytes(StandardCharsets.US_ASCII)))
                        .findFirst();
        return found.map(this::admit).orElseGet(SignIn.UnknownOperator::new);
    }

    /**
     * Checks the PIN of whoever has this name, ignoring case. Every wrong one in a row doubles the
     * time until the next is looked at; the count outlives a restart.
     */
    public SignIn byPin(String name, String pin) {
        List<OperatorCard> roster = store.roster().operators();
        if (roster.isEmpty()) {
            return new SignIn.NoRoster();
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return roster.stream()
                .filter(card -> card.name().strip().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .map(card -> check(card, pin))
                .orElseGet(SignIn.UnknownOperator::new);
    }

    /** Lower-case hex, as the roster carries it. */
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private SignIn check(OperatorCard card, String pin) {
        Instant now = store.clock().instant();
        PinAttempts attempts = store.roster().attempts(card.operatorId());
        if (now.isBefore(attempts.lockedUntil())) {
            return new SignIn.Wait(
                    Math.max(1, Duration.between(now, attempts.lockedUntil()).toSeconds()));
        }
        if (!PinHash.matches(pin, card.pinHash())) {
            int failures = attempts.failures() + 1;
            Duration delay = delayAfter(failures);
            store.roster().attempts(card.operatorId(), new PinAttempts(failures, now.plus(delay)));
            return new SignIn.WrongPin(delay.toSeconds());
        }
        if (attempts.failures() > 0) {
            store.roster().attempts(card.operatorId(), PinAttempts.NONE);
        }
        return admit(card);
    }

    /** Who was disabled since then is not known here: so the list is not good for ever. */
    private SignIn admit(OperatorCard card) {
        if (!card.active()) {
            return new SignIn.Inactive(card.name());
        }
        Instant now = store.clock().instant();
        boolean tooLong =
                store.heardAt()
                        .filter(heard -> heard.plus(offlineAtMost.get()).isBefore(now))
                        .isPresent();
        return tooLong
                ? new SignIn.TooLongOffline(offlineAtMost.get().toHours())
                : new SignIn.SignedIn(card);
    }

    private static Duration delayAfter(int failures) {
        if (failures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, 16);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
