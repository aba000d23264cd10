package io.fulfillx.backend.channels.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ShopifySignatureTest {
    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

    private final ShopifySignature signature = new ShopifySignature();

    @Test
    void acceptsItsOwnSignature() {
        assertTrue(signature.isAuthentic(BODY, ShopifySignature.sign(BODY, "s3cret"), "s3cret"));
    }

    @Test
    void refusesAnotherSecretAnotherBodyAndGarbage() {
        String good = ShopifySignature.sign(BODY, "s3cret");
        assertFalse(signature.isAuthentic(BODY, good, "other"));
        assertFalse(
                signature.isAuthentic(
                        "{\"id\": 1}".getBytes(StandardCharsets.UTF_8), good, "s3cret"));
        assertFalse(signature.isAuthentic(BODY, "", "s3cret"));
        assertFalse(signature.isAuthentic(BODY, "ÿ not base64", "s3cret"));
    }

    @Test
    void refusesEverythingWithoutASecret() {
        assertFalse(signature.isAuthentic(BODY, "", ""));
    }

    @Test
    void agreesWithThePublishedVectors() throws IOException {
        Path folder = sharedFolder().resolve("vendor-contracts/shopify/samples/signature-vectors");
        assumeTrue(Files.isDirectory(folder), "the vendor's signature vectors are not here");
        List<Path> vectors;
        try (Stream<Path> files = Files.list(folder)) {
            vectors = files.filter(file -> file.toString().contains("webhook-hmac")).toList();
        }
        assertFalse(vectors.isEmpty());
        for (Path file : vectors) {
            JsonNode vector = Json.mapper().readTree(Files.readAllBytes(file));
            byte[] body = vector.path("rawBody").asText().getBytes(StandardCharsets.UTF_8);
            String header = vector.path("headers").path("X-Shopify-Hmac-Sha256").asText();
            boolean authentic = signature.isAuthentic(body, header, vector.path("secret").asText());
            assertEquals(vector.path("valid").asBoolean(), authentic, file.toString());
        }
    }

    static Path sharedFolder() {
        String root = System.getProperty("fulfillx.root", ".");
        return Path.of(System.getProperty("fulfillx.shared", root + "/../shared"));
    }
}
