package io.fulfillx.launcher.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.launcher.simulate.Books.Life;
import io.fulfillx.launcher.simulate.Books.Place;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody on the line who has a copy of the station's key: changes who did the first act of a
 * batch and signs that. Only the rows behind it can tell.
 */
final class Forger {
    private final Books books;

    /** The hash of the true row at each place that was forged. */
    private final Map<Place, String> forged = new HashMap<>();

    Forger(Books books) {
        this.books = books;
    }

    /** The batch with its first row forged. */
    List<String> forge(SimStation station, OutgoingJournal.Batch batch) {
        ObjectNode row = (ObjectNode) Json.read(batch.rows().getFirst(), JsonNode.class);
        String before = row.path("seal").path("prevHash").asText();
        Place place = new Place(new Life(station.id(), batch.epoch()), batch.firstN());
        forged.put(place, RowBytes.hash(bytes(batch.epoch(), before, row)));
        row.put("operatorId", new OperatorId(station.id().value()).toString());
        ObjectNode seal = (ObjectNode) row.path("seal");
        seal.put("signature", sign(station.folder(), bytes(batch.epoch(), before, row)));
        List<String> rows = new ArrayList<>(batch.rows());
        rows.set(0, row.toString());
        return rows;
    }

    private static byte[] bytes(String epoch, String before, ObjectNode row) {
        return RowBytes.of(
                epoch,
                before,
                new RowBytes.Facts(
                        row.path("n").longValue(),
                        CommandId.of(row.path("commandId").asText()),
                        OperatorId.of(row.path("operatorId").asText()),
                        Instant.parse(row.path("recordedAt").asText()),
                        row.path("command")));
    }

    private static String sign(Path folder, byte[] bytes) {
        try {
            String key = Files.readAllLines(folder.resolve("station.key")).getFirst();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each forged row that another one follows must have been noticed. */
    void check() {
        forged.forEach(
                (place, hash) -> {
                    boolean stands =
                            books.rows
                                    .find(place)
                                    .filter(row -> !hash.equals(row.stored().hash()))
                                    .isPresent();
                    boolean believed =
                            books.rows
                                    .find(new Place(place.life(), place.n() + 1))
                                    .filter(row -> !row.stored().code().equals("chain-broken"))
                                    .isPresent();
                    Violation.unless(
                            !stands || !believed, "a forged row is believed, and what follows it");
                });
    }
}
