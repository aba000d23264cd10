package io.fulfillx.desktop.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class StationConfigFileTest {
    @TempDir Path home;

    @Test
    void flagsWinOverTheFileAndTheFileOverDefaults() throws IOException {
        Files.writeString(
                home.resolve("station.properties"),
                "printers = tcp://10.0.0.7:9100 , serial:/dev/ttyUSB0\ntheme=dark\n");
        StationConfig config = StationConfigFile.load(home, Map.of("theme", "light"));
        assertEquals(StationConfig.Theme.LIGHT, config.look().theme());
        assertEquals(
                List.of(URI.create("tcp://10.0.0.7:9100"), URI.create("serial:/dev/ttyUSB0")),
                config.printers());
        assertEquals(6, config.limits().clusterSize());
    }

    @Test
    void anUnknownKeyOrABadValueStopsWithAClearMessage() {
        ConfigException unknown =
                assertThrows(
                        ConfigException.class,
                        () -> StationConfigFile.load(home, Map.of("printer", "x")));
        assertTrue(String.valueOf(unknown.getMessage()).contains("Unknown key printer"));
        for (Map<String, String> bad :
                List.of(
                        Map.of("theme", "pink"),
                        Map.of("sounds", "loud"),
                        Map.of("pick.cluster-size", "0"),
                        Map.of("printers", "not an address"),
                        Map.of("server.url", "localhost"))) {
            assertThrows(ConfigException.class, () -> StationConfigFile.load(home, bad));
        }
    }

    @Test
    void whatSettingsWriteIsReadBackTheSame() {
        StationConfig config =
                StationConfigFile.load(
                        home,
                        Map.of("scanners", "serial:/dev/ttyACM0?baud=115200", "language", "de"));
        StationConfigFile.save(config);
        assertEquals(config, StationConfigFile.load(home, Map.of()));
    }
}
