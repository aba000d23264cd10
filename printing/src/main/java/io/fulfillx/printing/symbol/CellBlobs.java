package io.fulfillx.printing.symbol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Marked cells of a grid and the connected groups they form. */
final class CellBlobs {
    private final int columns;
    private final int rows;
    private final boolean[] marked;

    CellBlobs(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.marked = new boolean[columns * rows];
    }

    void mark(int column, int row) {
        marked[row * columns + column] = true;
    }

    private boolean isMarked(int column, int row) {
        return column >= 0
                && row >= 0
                && column < columns
                && row < rows
                && marked[row * columns + column];
    }

    /** Marks short gaps between marked cells of a line, then takes short lines away. */
    void joinLines(boolean downwards, int gap, int shortest) {
        int lines = downwards ? columns : rows;
        int length = downwards ? rows : columns;
        for (int line = 0; line < lines; line++) {
            int first = downwards ? line : line * columns;
            int step = downwards ? columns : 1;
            close(first, step, length, gap);
            open(first, step, length, shortest);
        }
    }

    private void close(int first, int step, int length, int gap) {
        int last = length;
        for (int i = 0; i < length; i++) {
            if (marked[first + i * step]) {
                for (int k = last + 1; i - last <= gap && k < i; k++) {
                    marked[first + k * step] = true;
                }
                last = i;
            }
        }
    }

    private void open(int first, int step, int length, int shortest) {
        int run = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && marked[first + i * step]) {
                run++;
            } else {
                for (int k = i - run; run < shortest && k < i; k++) {
                    marked[first + k * step] = false;
                }
                run = 0;
            }
        }
    }

    /** The boxes around the groups, in cells. Takes the marks away. */
    List<Symbol.Area> boxes() {
        List<Symbol.Area> boxes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isMarked(column, row)) {
                    boxes.add(take(column, row));
                }
            }
        }
        return boxes;
    }

    private Symbol.Area take(int column, int row) {
        int left = column;
        int right = column;
        int top = row;
        int bottom = row;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(row * columns + column);
        marked[row * columns + column] = false;
        while (!open.isEmpty()) {
            int cell = open.remove();
            int x = cell % columns;
            int y = cell / columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int side = 0; side < 4; side++) {
                int nextX = x + (side - 1) % 2;
                int nextY = y + (side - 2) % 2;
                if (isMarked(nextX, nextY)) {
                    marked[nextY * columns + nextX] = false;
                    open.add(nextY * columns + nextX);
                }
            }
        }
        return new Symbol.Area(left, top, right - left + 1, bottom - top + 1);
    }
}
