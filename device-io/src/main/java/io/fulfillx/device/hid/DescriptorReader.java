package io.fulfillx.device.hid;

import io.fulfillx.device.hid.HidReport.Way;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through a report descriptor (Device Class Definition for HID 1.11, section 6.2.2). Each
 * short item is a byte with tag, type and length, and up to four bytes of data.
 */
final class DescriptorReader {
    private static final int LONG_ITEM = 0xFE;
    private static final int MAIN_INPUT = 0x80;
    private static final int MAIN_OUTPUT = 0x90;
    private static final int MAIN_FEATURE = 0xB0;
    private static final int MAIN_COLLECTION = 0xA0;
    private static final int MAIN_END = 0xC0;
    private static final int GLOBAL_PAGE = 0x04;
    private static final int GLOBAL_SIZE = 0x74;
    private static final int GLOBAL_ID = 0x84;
    private static final int GLOBAL_COUNT = 0x94;
    private static final int GLOBAL_PUSH = 0xA4;
    private static final int GLOBAL_POP = 0xB4;
    private static final int LOCAL_USAGE = 0x08;
    private static final int LOCAL_USAGE_MINIMUM = 0x18;
    private static final int APPLICATION = 1;
    private static final int CONSTANT = 1;
    private static final int PAGE_SHIFT = 16;
    private static final int MOST_BITS = 1 << 16;
    private static final int MOST_FIELDS = 1024;

    /** What main items inherit. */
    private record Global(int page, int size, int id, int count) {}

    private record Key(Way way, int id) {}

    private static final class Layout {
        private final int application;
        private final List<HidField> fields = new ArrayList<>();
        private int bits;

        private Layout(int application) {
            this.application = application;
        }
    }

    private final List<Integer> applications = new ArrayList<>();
    private final Map<Key, Layout> layouts = new LinkedHashMap<>();
    private final Deque<Global> saved = new ArrayDeque<>();
    private final List<Integer> usages = new ArrayList<>();
    private Global global = new Global(0, 0, 0, 0);
    private int depth;
    private int application;
    private int fieldCount;

    ReportDescriptor read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int head = bytes[at] & 0xFF;
            if (head == LONG_ITEM) {
                at += 3 + (at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0);
                continue;
            }
            int size = (head & 3) == 3 ? 4 : head & 3;
            if (at + size >= bytes.length && size > 0) {
                break;
            }
            item(head & 0xFC, value(bytes, at + 1, size), size);
            at += 1 + size;
        }
        List<HidReport> reports = new ArrayList<>();
        layouts.forEach(
                (key, layout) ->
                        reports.add(
                                new HidReport(
                                        key.way(),
                                        key.id(),
                                        layout.application,
                                        layout.bits,
                                        layout.fields)));
        return new ReportDescriptor(applications, reports);
    }

    private static int value(byte[] bytes, int at, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at + i] & 0xFF) << (8 * i);
        }
        return value;
    }

    private void item(int tag, int value, int size) {
        switch (tag) {
            case MAIN_INPUT -> field(Way.INPUT, value);
            case MAIN_OUTPUT -> field(Way.OUTPUT, value);
            case MAIN_FEATURE -> field(Way.FEATURE, value);
            case MAIN_COLLECTION -> begin(value);
            case MAIN_END -> end();
            case GLOBAL_PAGE -> global = new Global(value, global.size, global.id, global.count);
            case GLOBAL_SIZE -> global = new Global(global.page, value, global.id, global.count);
            case GLOBAL_ID -> global = new Global(global.page, global.size, value, global.count);
            case GLOBAL_COUNT -> global = new Global(global.page, global.size, global.id, value);
            case GLOBAL_PUSH -> saved.push(global);
            case GLOBAL_POP -> global = saved.isEmpty() ? global : saved.pop();
            case LOCAL_USAGE, LOCAL_USAGE_MINIMUM -> usages.add(full(value, size));
            default -> {
                // Ranges, units and strings do not move a field.
            }
        }
    }

    /** A usage of four bytes names its page itself. */
    private int full(int value, int size) {
        return size == 4 ? value : global.page << PAGE_SHIFT | value;
    }

    private void begin(int kind) {
        if (kind == APPLICATION && depth == 0) {
            application = usages.isEmpty() ? global.page << PAGE_SHIFT : usages.getFirst();
            applications.add(application);
        }
        depth++;
        usages.clear();
    }

    private void end() {
        depth = Math.max(0, depth - 1);
        usages.clear();
    }

    private void field(Way way, int flags) {
        Layout layout =
                layouts.computeIfAbsent(new Key(way, global.id), _ -> new Layout(application));
        long bits = (long) global.size * global.count;
        if (bits > 0 && layout.bits + bits <= MOST_BITS) {
            if ((flags & CONSTANT) == 0) {
                place(layout);
            }
            layout.bits += (int) bits;
        }
        usages.clear();
    }

    /** Several usages share the values one by one; the last one takes what is left. */
    private void place(Layout layout) {
        int named = Math.clamp(usages.size(), 1, global.count);
        for (int i = 0; i < named && fieldCount < MOST_FIELDS; i++) {
            int usage = usages.isEmpty() ? global.page << PAGE_SHIFT : usages.get(i);
            int count = i == named - 1 ? global.count - i : 1;
            int offset = layout.bits + i * global.size;
            layout.fields.add(
                    new HidField(usage >>> PAGE_SHIFT, usage & 0xFFFF, offset, global.size, count));
            fieldCount++;
        }
    }
}
