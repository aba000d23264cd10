package io.fulfillx.backend.platform.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

class ObjectStoreTest {
    @TempDir Path folder;

    @Test
    void aDocumentIsReadBackAsItWasAndTheLastOneWins() {
        ObjectStore store = new ObjectStore(folder);
        store.put("org/label.zpl", "one".getBytes(StandardCharsets.UTF_8));
        store.put("org/label.zpl", "two".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(
                "two".getBytes(StandardCharsets.UTF_8), store.find("org/label.zpl").orElseThrow());
        assertEquals(Optional.empty(), store.find("org/other.zpl"));
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        ObjectStore store = new ObjectStore(folder);
        for (String key : new String[] {"../x", "a/../../x", "/etc/passwd", "", "a b", "."}) {
            assertThrows(IllegalArgumentException.class, () -> store.put(key, new byte[0]), key);
        }
    }
}
