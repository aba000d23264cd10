package io.fulfillx.printing.symbol;

import java.util.Arrays;

/**
 * Bars and spaces by turns, the first a bar. Widths are in dots and freed from dot gain: as much as
 * the thinnest bars are wider than the thinnest spaces is taken from every bar.
 */
final class Bars {
    private final double[] edges;
    private final double gain;

    /**
     * @param edges where black begins and ends, rising, an even number of them
     */
    Bars(double[] edges) {
        this.edges = edges;
        this.gain = edges.length < 8 ? 0 : (thinnest(0) - thinnest(1)) / 2;
    }

    private double thinnest(int first) {
        double[] widths = new double[(edges.length - 1 - first) / 2 + (first == 0 ? 1 : 0)];
        int count = 0;
        for (int i = first; i + 1 < edges.length; i += 2) {
            widths[count++] = edges[i + 1] - edges[i];
        }
        double[] sorted = Arrays.copyOf(widths, count);
        Arrays.sort(sorted);
        double limit = 1.6 * sorted[count / 6];
        return Arrays.stream(sorted).filter(width -> width <= limit).average().orElse(0);
    }

    /** Number of bars and spaces. */
    int size() {
        return Math.max(0, edges.length - 1);
    }

    /** Width of an element without dot gain; bars have even indexes. */
    double width(int index) {
        double raw = edges[index + 1] - edges[index];
        return Math.max(0.05, index % 2 == 0 ? raw - gain : raw + gain);
    }

    /** From the beginning of an element to the beginning of one of the same color. */
    double pair(int index) {
        return edges[index + 2] - edges[index];
    }

    double sum(int index, int count) {
        double sum = 0;
        for (int i = index; i < index + count; i++) {
            sum += width(i);
        }
        return sum;
    }

    /** White before a bar; endless before the first. */
    double whiteBefore(int index) {
        return index == 0 ? Double.MAX_VALUE : width(index - 1);
    }

    /** White after a bar; endless after the last. */
    double whiteAfter(int index) {
        return index + 1 >= size() ? Double.MAX_VALUE : width(index + 1);
    }

    /** Where an element begins, in dots. */
    double start(int index) {
        return edges[index];
    }

    /** Where an element ends, in dots. */
    double end(int index) {
        return edges[index + 1];
    }

    /** The same read from the right. */
    Bars mirrored() {
        double[] mirrored = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            mirrored[i] = -edges[edges.length - 1 - i];
        }
        return new Bars(mirrored);
    }
}
