package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.scanner.catalog.ScaleCatalog;

import java.net.URI;

/**
 * One scanner or the scale as it stands in the settings.
 *
 * @param name the address itself when it has no other
 */
record DeviceLine(DeviceRole role, String name, URI address) {
    /**
     * Reads what a person wrote.
     *
     * @param name may be empty
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    static DeviceLine of(DeviceRole role, String name, String address) {
        return switch (role) {
            case SCALE -> scale(ScaleCatalog.address(address));
            case SCANNER -> {
                String plain = name.strip().replaceAll("[=:,?]", " ");
                boolean named = !plain.isBlank();
                yield of(NamedScanner.parse(named ? plain + "=" + address.strip() : address));
            }
        };
    }

    static DeviceLine of(NamedScanner scanner) {
        return new DeviceLine(DeviceRole.SCANNER, scanner.name(), scanner.address());
    }

    static DeviceLine scale(URI address) {
        return new DeviceLine(DeviceRole.SCALE, address.toString(), address);
    }

    boolean hasName() {
        return !name.equals(address.toString());
    }

    NamedScanner scanner() {
        return new NamedScanner(name, address);
    }
}
