package io.fulfillx.device.hid;

import io.fulfillx.device.hid.HidReport.Way;

import java.util.List;
import java.util.Optional;

/**
 * What a device says its reports look like.
 *
 * @param applications usage page and usage of each, such as 0x8C0002 for a bar code scanner
 */
public record ReportDescriptor(List<Integer> applications, List<HidReport> reports) {
    /** Shifts a usage page to stand before a usage. */
    private static final int PAGE_SHIFT = 16;

    public ReportDescriptor {
        applications = List.copyOf(applications);
        reports = List.copyOf(reports);
    }

    /** Reads a descriptor. What is cut off or not understood is left out; nothing is thrown. */
    public static ReportDescriptor parse(byte[] bytes) {
        return new DescriptorReader().read(bytes);
    }

    /** One that says nothing. */
    public static ReportDescriptor unknown() {
        return new ReportDescriptor(List.of(), List.of());
    }

    /** Whether a part of the device belongs to this family. */
    public boolean speaks(int usagePage) {
        return applications.stream().anyMatch(usage -> usage >>> PAGE_SHIFT == usagePage);
    }

    /** Whether the device is this, such as page 1, usage 6: a keyboard. */
    public boolean is(int usagePage, int usage) {
        return applications.contains(usagePage << PAGE_SHIFT | usage);
    }

    /** The first report that has a field with this meaning. */
    public Optional<HidReport> report(Way way, int usagePage, int usage) {
        return reports.stream()
                .filter(report -> report.way() == way)
                .filter(report -> report.field(usagePage, usage).isPresent())
                .findFirst();
    }
}
