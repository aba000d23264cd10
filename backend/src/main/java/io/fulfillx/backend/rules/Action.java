package io.fulfillx.backend.rules;

/** What a rule does to an order. */
public sealed interface Action {

    /** As people read it in a decision. */
    String words();

    /** Ships by this service; a later rule overrides an earlier one. */
    record SetService(String service) implements Action {
        @Override
        public String words() {
            return "service " + service;
        }
    }

    record AddTag(String tag) implements Action {
        @Override
        public String words() {
            return "tag " + tag;
        }
    }

    /**
     * @param type a hold type of the orders, such as FRAUD
     */
    record PlaceHold(String type, String reason) implements Action {
        @Override
        public String words() {
            return "hold " + type + ": " + reason;
        }
    }

    /** Packs into this carton; a later rule overrides an earlier one. */
    record ChooseCarton(String carton) implements Action {
        @Override
        public String words() {
            return "carton " + carton;
        }
    }
}
