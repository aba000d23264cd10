package io.fulfillx.desktop.session;

import static io.fulfillx.desktop.TestJobs.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.OperatorCard;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

class OperatorsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final OperatorCard ada = card(1, "Ada", "ADA7", "2468", true);
    private final OperatorCard bob = card(2, "Bob", "BKB7", "1357", false);
    @TempDir Path home;

    private static OperatorCard card(
            int number, String name, String badge, String pin, boolean active) {
        return new OperatorCard(
                new OperatorId(id(number)),
                name,
                Operators.sha256(badge),
                hash(pin),
                "packer",
                active);
    }

    private static String hash(String pin) {
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(256)
                        .withIterations(1)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[32];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=256,t=1,p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    private StationStore open(Instant now) {
        return StationStore.open(home, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Operators operators(StationStore store) {
        return new Operators(store, () -> Duration.ofDays(3));
    }

    private void roster(StationStore store) {
        store.apply(new FeedPage("c", false, List.of(), List.of(ada, bob), List.of(), false));
    }

    @Test
    void withoutARosterTheStationMustGoOnlineFirst() {
        try (StationStore store = open(NOON)) {
            assertEquals(new SignIn.NoRoster(), operators(store).byBadge(new BadgeCode("ADA7")));
        }
    }

    @Test
    void badgeOrNameAndPinLetAnActiveOperatorIn() {
        try (StationStore store = open(NOON)) {
            roster(store);
            Operators operators = operators(store);
            assertEquals(new SignIn.SignedIn(ada), operators.byBadge(new BadgeCode("ADA7")));
            assertEquals(new SignIn.SignedIn(ada), operators.byPin(" ada ", "2468"));
            assertEquals(new SignIn.UnknownOperator(), operators.byPin("Eve", "2468"));
            assertEquals(new SignIn.UnknownOperator(), operators.byBadge(new BadgeCode("EVE1")));
            assertEquals(new SignIn.Inactive("Bob"), operators.byBadge(new BadgeCode("BKB7")));
            assertEquals(new SignIn.Inactive("Bob"), operators.byPin("Bob", "1357"));
            assertEquals(List.of("Ada"), operators.names());
        }
    }

    @Test
    void everyWrongPinMakesTheNextWaitLongerEvenAfterARestart() {
        try (StationStore store = open(NOON)) {
            roster(store);
            Operators operators = operators(store);
            assertEquals(new SignIn.WrongPin(0), operators.byPin("Ada", "1"));
            assertEquals(new SignIn.WrongPin(0), operators.byPin("Ada", "2"));
            assertEquals(new SignIn.WrongPin(2), operators.byPin("Ada", "3"));
        }
        try (StationStore store = open(NOON.plusSeconds(1))) {
            assertEquals(new SignIn.Wait(1), operators(store).byPin("Ada", "2468"));
        }
        try (StationStore store = open(NOON.plusSeconds(3))) {
            Operators operators = operators(store);
            assertEquals(new SignIn.WrongPin(4), operators.byPin("Ada", "4"));
        }
        try (StationStore store = open(NOON.plus(Duration.ofMinutes(1)))) {
            Operators operators = operators(store);
            assertInstanceOf(SignIn.SignedIn.class, operators.byPin("Ada", "2468"));
            assertEquals(new SignIn.WrongPin(0), operators.byPin("Ada", "5"));
        }
    }

    @Test
    void aListThatWasNotHeardOfForTooLongLetsNobodyInUntilTheServerSpeaks() {
        try (StationStore store = open(NOON)) {
            roster(store);
        }
        try (StationStore store = open(NOON.plus(Duration.ofDays(3)))) {
            assertInstanceOf(SignIn.SignedIn.class, operators(store).byPin("Ada", "2468"));
        }
        try (StationStore store = open(NOON.plus(Duration.ofHours(73)))) {
            Operators operators = operators(store);
            SignIn late = new SignIn.TooLongOffline(72);
            assertEquals(late, operators.byPin("Ada", "2468"));
            assertEquals(late, operators.byBadge(new BadgeCode("ADA7")));
            store.apply(new FeedPage("d", false, List.of(), List.of(), List.of(), false));
            assertEquals(new SignIn.SignedIn(ada), operators.byPin("Ada", "2468"));
        }
    }
}
