package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.List;

/** The modules that every symbol of a kind has in common: its finders. */
interface KnownModules {
    /**
     * @param size modules on a side
     */
    List<Module> of(int size);

    /** A module and its color. */
    record Module(int column, int row, boolean black) {}

    /** The three corner squares of a QR code. */
    static List<Module> corners(int size) {
        List<Module> modules = new ArrayList<>();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
                boolean black = ring != 2;
                modules.add(new Module(column, row, black));
                modules.add(new Module(size - 7 + column, row, black));
                modules.add(new Module(column, size - 7 + row, black));
            }
        }
        for (int i = 0; i < 8; i++) {
            modules.add(new Module(i, 7, false));
            modules.add(new Module(7, i, false));
        }
        return modules;
    }

    /** The rings in the middle of an Aztec code, as far as the compact ones have them. */
    static List<Module> rings(int size) {
        List<Module> modules = new ArrayList<>();
        int middle = size / 2;
        for (int row = -4; row <= 4; row++) {
            for (int column = -4; column <= 4; column++) {
                boolean black = Math.max(Math.abs(column), Math.abs(row)) % 2 == 0;
                modules.add(new Module(middle + column, middle + row, black));
            }
        }
        return modules;
    }

    /** The solid and the dotted borders of a Data Matrix. */
    static List<Module> borders(int size) {
        List<Module> modules = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            modules.add(new Module(0, i, true));
            modules.add(new Module(i, size - 1, true));
            modules.add(new Module(i, 0, i % 2 == 0));
            modules.add(new Module(size - 1, i, i % 2 == 1));
        }
        return modules;
    }
}
