package io.fulfillx.backend.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.server.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsTest {
    @TempDir Path folder;

    @Test
    void flagsWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = folder.resolve("fulfillx.yaml");
        Files.writeString(file, "http:\n  port: 1\n  host: filehost\ndatabase:\n  pool-size: 3\n");
        Settings settings =
                Settings.load(
                        Optional.of(file),
                        Map.of("FULFILLX_HTTP_PORT", "2", "FULFILLX_DATABASE_POOL__SIZE", "4"),
                        List.of("--http.port=5"));
        assertEquals(5, settings.integer("http.port", 0, 0, 10));
        assertEquals("filehost", settings.text("http.host", ""));
        assertEquals(4, settings.integer("database.pool-size", 0, 0, 10));
    }

    @Test
    void anUnknownKeyStopsTheStartAndIsNamed() {
        Settings settings = Settings.load(Optional.empty(), Map.of(), List.of("--htp.port=5"));
        String message =
                assertThrows(InvalidSetting.class, () -> ServerConfig.from(settings)).getMessage();
        assertEquals(0, String.valueOf(message).indexOf("Unknown setting: htp.port."));
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsRange() {
        Settings settings = Settings.load(Optional.empty(), Map.of(), List.of("--http.port=99999"));
        assertEquals(
                "http.port is a whole number from 0 to 65535, not 99999.",
                assertThrows(InvalidSetting.class, () -> ServerConfig.from(settings)).getMessage());
    }

    @Test
    void theDefaultsAreThese() {
        ServerConfig config = ServerConfig.from(new Settings(Map.of()));
        assertEquals("127.0.0.1", config.http().host());
        assertEquals(8080, config.http().port());
        assertEquals(6, config.roles().size());
        assertEquals(16, config.database().poolSize());
        assertEquals("fulfillx_app", config.database().appUser());
    }
}
