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
                        Map.of("scanners", "left=carrier-pigeon:1"),
                        Map.of("scale", "serial:/dev/ttyUSB0?protocol=guess"),
                        Map.of("wedge.layout", "de"),
                        Map.of("pack.weight-tolerance-percent", "101"),
                        Map.of("server.url", "localhost"))) {
            assertThrows(ConfigException.class, () -> StationConfigFile.load(home, bad));
        }
    }

    @Test
    void severalScannersWithNamesAScaleAndItsToleranceAreKept() {
        StationConfig config =
                StationConfigFile.load(
                        home,
                        Map.of(
                                "scanners",
                                "left=serial:port:1-1:1.0, serial:/dev/ttyACM3",
                                "scale",
                                "serial:port:1-3:1.0?protocol=sics",
                                "wedge.layout",
                                "us>de",
                                "pack.weight-tolerance-percent",
                                "2"));
        assertEquals(
                List.of("left", "serial:/dev/ttyACM3"),
                config.scanning().scanners().stream().map(NamedScanner::name).toList());
        assertEquals("us>de", config.scanning().wedge().code());
        assertEquals(new StationConfig.WeightLimits(70_000, 2, 50), config.limits().weight());
        StationConfigFile.save(config);
        assertEquals(config, StationConfigFile.load(home, Map.of()));
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
