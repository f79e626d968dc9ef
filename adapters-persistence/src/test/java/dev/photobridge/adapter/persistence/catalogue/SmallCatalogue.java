package dev.photobridge.adapter.persistence.catalogue;

/// A catalogue that has one of everything.
final class SmallCatalogue {
  static final String JSON =
      """
      {
        "providers": [
          {
            "id": "painter",
            "title": "Painter",
            "ingest": {
              "max_parallel_jobs": 3,
              "timeout_sec": 48,
              "allowed_mime": ["image/jpeg", "image/png"],
              "max_file_size_mb": 20,
              "requires_public_media": true
            },
            "limits": { "requests_per_minute": 60, "requests_per_day": 900, "day_zone": "Asia/Tokyo" },
            "operations": ["edit"],
            "models": [
              { "id": "large", "title": "Large", "max_input_side_px": 3072,
                "prices": { "input": 1.50, "text_output": 7.50, "image_output": 30 } },
              { "id": "small", "title": "Small", "max_input_side_px": 2048,
                "prices": { "input": 0.25, "text_output": 1.50, "image_output": 30 } }
            ]
          },
          {
            "id": "plain",
            "title": "Plain",
            "ingest": {
              "max_parallel_jobs": 1,
              "timeout_sec": 30,
              "allowed_mime": ["image/jpeg"],
              "max_file_size_mb": 5
            },
            "operations": ["edit"]
          }
        ],
        "prompt_writer": {
          "id": "deepseek",
          "title": "Writer",
          "model": "words-1",
          "timeout_sec": 12,
          "prices": { "input": 0.30, "text_output": 1.20 },
          "instructions": { "translate": "Translate it.", "improve": "Improve it." }
        },
        "operations": {
          "edit": {
            "title": "Edit",
            "description": "Edits a photo.",
            "required_settings": ["prompt"],
            "provider_overrides": {
              "painter": {
                "title": "Paint",
                "prompt_template": "Paint {prompt}",
                "required_settings": ["picture_media_id"],
                "media_parts": [
                  { "id": "picture_media_id", "from": "slot_settings" },
                  { "id": "ingest_media", "from": "ingest_request" },
                  { "id": "frame_media_id", "from": "slot_settings", "required": false }
                ],
                "settings_schema": {
                  "required": ["picture_media_id"],
                  "properties": {
                    "prompt": null,
                    "picture_media_id": { "type": "string", "format": "uuid" },
                    "frame_media_id": { "type": "string", "format": "uuid" },
                    "model": { "type": "string", "enum": ["large", "small"], "default": "large" }
                  }
                }
              }
            },
            "settings_schema": {
              "type": "object",
              "required": ["prompt"],
              "properties": {
                "prompt": { "type": "string", "maxLength": 10 },
                "output": {
                  "type": "object",
                  "properties": {
                    "quality": { "type": "integer", "minimum": 1, "maximum": 100, "default": 92 }
                  },
                  "additionalProperties": false
                }
              },
              "additionalProperties": false
            }
          }
        }
      }
      """;

  private SmallCatalogue() {}
}
