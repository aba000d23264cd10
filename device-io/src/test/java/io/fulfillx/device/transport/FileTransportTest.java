package io.fulfillx.device.transport;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileTransportTest extends TransportContract {
    @TempDir Path folder = Path.of("");

    @Override
    Device device() {
        return new Device() {
            @Override
            public byte[] received(int count) throws IOException {
                return Files.readAllBytes(folder.resolve("labels"));
            }

            @Override
            public void say(byte[] bytes) {
                throw new IllegalStateException("a file says nothing");
            }

            @Override
            public void vanish() {
                throw new IllegalStateException("a file stays");
            }

            @Override
            public void close() {
                // The folder is removed by JUnit.
            }
        };
    }

    @Override
    Transport open() throws IOException {
        return Transports.open(folder.resolve("labels").toUri(), SECOND);
    }
}
