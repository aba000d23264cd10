package io.fulfillx.device.hid;

import java.util.List;
import java.util.Optional;

/**
 * The layout of one report.
 *
 * @param id the first byte of every such report; 0 when reports have no number
 * @param application usage page and usage, such as 0x8C0002, of what the report belongs to
 * @param bits of all fields and the gaps between them
 */
public record HidReport(Way way, int id, int application, int bits, List<HidField> fields) {
    private static final int BYTE = 8;

    public HidReport {
        fields = List.copyOf(fields);
    }

    /** Where it goes. */
    public enum Way {
        INPUT,
        OUTPUT,
        FEATURE
    }

    /** The length as it is read or written, the byte of its number included. */
    public int bytes() {
        return (bits + BYTE - 1) / BYTE + (id == 0 ? 0 : 1);
    }

    /** The first field with this meaning. */
    public Optional<HidField> field(int usagePage, int usage) {
        return fields.stream().filter(field -> field.is(usagePage, usage)).findFirst();
    }

    /** Where a field's first byte stands in the report as read, the number counted. */
    public int byteOffset(HidField field) {
        return field.bitOffset() / BYTE + (id == 0 ? 0 : 1);
    }
}
