// The workload's events and actions for programs in C++: reading with simdjson, writing with stdio.
#pragma once
#include <simdjson.h>

#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

struct Event {
    std::string_view id, time, type, contact, customer, agent, channel, language, behaviour, action, text;
    int64_t severity = 0;
    long now = 0;  // seconds since 1970, by `moment`

    bool completes_warning() const {
        return type == "action.completed" && (action == "warn" || action == "final_warning");
    }
};

inline int two_digits(const char* p) { return (p[0] - '0') * 10 + p[1] - '0'; }

// Days since 1970 of a date of the Gregorian calendar, whose years are counted from March here.
inline long days_since_1970(int year, unsigned month, unsigned day) {
    year -= month <= 2;
    long era = year / 400;
    unsigned year_of_era = year - era * 400, day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

// `2026-01-05T08:00:00Z` in seconds since 1970.
inline long moment(std::string_view text) {
    const char* p = text.data();
    long days = days_since_1970(two_digits(p) * 100 + two_digits(p + 2), two_digits(p + 5), two_digits(p + 8));
    return days * 86'400 + two_digits(p + 11) * 3'600 + two_digits(p + 14) * 60 + two_digits(p + 17);
}

template <typename Body>
bool read_events(const char* path, Body body) {
    using namespace simdjson;
    padded_string file;
    ondemand::parser parser;
    ondemand::document_stream documents;
    if (padded_string::load(path).get(file) || parser.iterate_many(file, 1 << 20).get(documents)) return false;
    for (auto document : documents) {
        Event e;
        ondemand::object object = document.get_object();
        for (auto field : object) {
            std::string_view key = field.unescaped_key();
            std::string_view* place = key == "id"          ? &e.id
                                      : key == "time"      ? &e.time
                                      : key == "type"      ? &e.type
                                      : key == "contact"   ? &e.contact
                                      : key == "customer"  ? &e.customer
                                      : key == "agent"     ? &e.agent
                                      : key == "channel"   ? &e.channel
                                      : key == "language"  ? &e.language
                                      : key == "behaviour" ? &e.behaviour
                                      : key == "action"    ? &e.action
                                      : key == "text"      ? &e.text
                                                           : nullptr;
            if (place) *place = field.value().get_string();
            else if (key == "severity") e.severity = field.value().get_int64();
        }
        body(e);
    }
    return true;
}

// Writes what rule `rule` (1 to 12) requires after an event.
inline void write_action(FILE* out, const Event& e, int rule) {
    static const char* const actions[] = {
        "", "warn", "final_warning", "end_contact", "involve_supervisor", "end_contact", "report_security",
        "transfer_supervisor", "remind", "offer_break", "document_incident", "restrict_customer", "redirect_writing"};
    static const long within[] = {0, 120, 120, 300, 0, 60, 3'600, 600, 60, 300, 86'400, 7'776'000, 0};
    time_t due = e.now + within[rule];
    struct tm parts;
    gmtime_r(&due, &parts);
    fprintf(out,
            "{\"event\":\"%.*s\",\"time\":\"%.*s\",\"contact\":\"%.*s\",\"customer\":\"%.*s\",\"agent\":\"%.*s\","
            "\"action\":\"%s\",\"rule\":\"R%02d\",\"due\":\"%04d-%02d-%02dT%02d:%02d:%02dZ\"}\n",
            int(e.id.size()), e.id.data(), int(e.time.size()), e.time.data(), int(e.contact.size()), e.contact.data(),
            int(e.customer.size()), e.customer.data(), int(e.agent.size()), e.agent.data(), actions[rule], rule,
            parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}
