package io.fulfillx.backend.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class InstanceTest {
    @TempDir private Path folder;

    @Test
    void aProcessThatStartsAgainHasItsNameAgain() {
        String first;
        try (Instance instance = Instance.claim(folder)) {
            first = instance.name();
        }
        try (Instance instance = Instance.claim(folder)) {
            assertEquals(first, instance.name());
        }
    }

    @Test
    void twoLivingProcessesNeverShareAName() {
        try (Instance one = Instance.claim(folder);
                Instance two = Instance.claim(folder)) {
            assertNotEquals(one.name(), two.name());
        }
    }
}
