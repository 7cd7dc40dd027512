import Engine

/// The tools of published MCP servers, as the servers list them.
enum RealServer: String {
    case time, git, sqlite, calculator

    /// The server's tools, and values that a user gave for arguments by name.
    func tools(knowing values: [String: JSON] = [:]) throws -> [Tool] {
        try (JSON(parsing: listing).array ?? []).map { tool in
            Tool(
                name: ToolName(tool["name"]?.string ?? ""), description: tool["description"]?.string ?? "",
                inputSchema: Self.schema(tool["inputSchema"] ?? [:], knowing: values),
                outputSchema: tool["outputSchema"],
                family: rawValue)
        }
    }

    private static func schema(_ schema: JSON, knowing values: [String: JSON]) -> JSON {
        values.reduce(schema) { schema, known in
            let path = JSONPath([.key("properties"), .key(known.key), .key("examples")])
            return schema.replacing(path, with: [known.value]) ?? schema
        }
    }

    private var listing: String {
        switch self {
        case .time: Self.timeTools
        case .git: Self.gitTools
        case .sqlite: Self.sqliteTools
        case .calculator: Self.calculatorTools
        }
    }

    private static let timeTools = #"""
        [
          {
            "name": "get_current_time",
            "description": "Get current time in a specific timezone",
            "inputSchema": {
              "properties": {
                "timezone": {
                  "description": "IANA timezone name (e.g., 'America/New_York', 'Europe/London'). Use 'Etc/UTC' as \#
        local timezone if no timezone provided by the user.",
                  "type": "string"
                }
              },
              "required": ["timezone"],
              "type": "object"
            },
            "outputSchema": {
              "properties": {
                "timezone": {"type": "string"},
                "datetime": {"type": "string"},
                "day_of_week": {"type": "string"},
                "is_dst": {"type": "boolean"}
              },
              "required": ["timezone", "datetime", "day_of_week", "is_dst"],
              "type": "object"
            }
          },
          {
            "name": "convert_time",
            "description": "Convert time between timezones",
            "inputSchema": {
              "properties": {
                "source_timezone": {
                  "description": "Source IANA timezone name (e.g., 'America/New_York', 'Europe/London'). Use \#
        'Etc/UTC' as local timezone if no source timezone provided by the user.",
                  "type": "string"
                },
                "time": {"description": "Time to convert in 24-hour format (HH:MM)", "type": "string"},
                "target_timezone": {
                  "description": "Target IANA timezone name (e.g., 'Asia/Tokyo', 'America/San_Francisco'). Use \#
        'Etc/UTC' as local timezone if no target timezone provided by the user.",
                  "type": "string"
                }
              },
              "required": ["source_timezone", "time", "target_timezone"],
              "type": "object"
            },
            "outputSchema": {
              "properties": {
                "source": {"$ref": "#/$defs/TimeResult"},
                "target": {"$ref": "#/$defs/TimeResult"},
                "time_difference": {"type": "string"}
              },
              "required": ["source", "target", "time_difference"],
              "type": "object",
              "$defs": {
                "TimeResult": {
                  "properties": {
                    "timezone": {"type": "string"},
                    "datetime": {"type": "string"},
                    "day_of_week": {"type": "string"},
                    "is_dst": {"type": "boolean"}
                  },
                  "required": ["timezone", "datetime", "day_of_week", "is_dst"],
                  "type": "object"
                }
              }
            }
          }
        ]
        """#

    private static let gitTools = #"""
        [
          {
            "name": "git_status",
            "description": "Shows the working tree status",
            "inputSchema": {"properties": {"repo_path": {"type": "string"}}, "required": ["repo_path"], "type": \#
        "object"}
          },
          {
            "name": "git_diff_unstaged",
            "description": "Shows changes in the working directory that are not yet staged",
            "inputSchema": {
              "properties": {"repo_path": {"type": "string"}, "context_lines": {"default": 3, "type": "integer"}},
              "required": ["repo_path"],
              "type": "object"
            }
          },
          {
            "name": "git_diff_staged",
            "description": "Shows changes that are staged for commit",
            "inputSchema": {
              "properties": {"repo_path": {"type": "string"}, "context_lines": {"default": 3, "type": "integer"}},
              "required": ["repo_path"],
              "type": "object"
            }
          },
          {
            "name": "git_diff",
            "description": "Shows differences between branches or commits",
            "inputSchema": {
              "properties": {
                "repo_path": {"type": "string"},
                "target": {"type": "string"},
                "context_lines": {"default": 3, "type": "integer"}
              },
              "required": ["repo_path", "target"],
              "type": "object"
            }
          },
          {
            "name": "git_commit",
            "description": "Records changes to the repository",
            "inputSchema": {
              "properties": {"repo_path": {"type": "string"}, "message": {"type": "string"}},
              "required": ["repo_path", "message"],
              "type": "object"
            }
          },
          {
            "name": "git_add",
            "description": "Adds file contents to the staging area",
            "inputSchema": {
              "properties": {
                "repo_path": {"type": "string"},
                "files": {"items": {"type": "string"}, "minItems": 1, "type": "array"}
              },
              "required": ["repo_path", "files"],
              "type": "object"
            }
          },
          {
            "name": "git_reset",
            "description": "Unstages all staged changes",
            "inputSchema": {"properties": {"repo_path": {"type": "string"}}, "required": ["repo_path"], "type": \#
        "object"}
          },
          {
            "name": "git_log",
            "description": "Shows the commit logs",
            "inputSchema": {
              "properties": {
                "repo_path": {"type": "string"},
                "max_count": {"default": 10, "type": "integer"},
                "start_timestamp": {
                  "anyOf": [{"type": "string"}, {"type": "null"}],
                  "default": null,
                  "description": "Start timestamp for filtering commits. Accepts: ISO 8601 format (e.g., \#
        '2024-01-15T14:30:25'), relative dates (e.g., '2 weeks ago', 'yesterday'), or absolute dates (e.g., \#
        '2024-01-15', 'Jan 15 2024')"
                },
                "end_timestamp": {
                  "anyOf": [{"type": "string"}, {"type": "null"}],
                  "default": null,
                  "description": "End timestamp for filtering commits. Accepts: ISO 8601 format (e.g., \#
        '2024-01-15T14:30:25'), relative dates (e.g., '2 weeks ago', 'yesterday'), or absolute dates (e.g., \#
        '2024-01-15', 'Jan 15 2024')"
                }
              },
              "required": ["repo_path"],
              "type": "object"
            }
          },
          {
            "name": "git_create_branch",
            "description": "Creates a new branch from an optional base branch",
            "inputSchema": {
              "properties": {
                "repo_path": {"type": "string"},
                "branch_name": {"type": "string"},
                "base_branch": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null}
              },
              "required": ["repo_path", "branch_name"],
              "type": "object"
            }
          },
          {
            "name": "git_checkout",
            "description": "Switches branches",
            "inputSchema": {
              "properties": {"repo_path": {"type": "string"}, "branch_name": {"type": "string"}},
              "required": ["repo_path", "branch_name"],
              "type": "object"
            }
          },
          {
            "name": "git_show",
            "description": "Shows the contents of a commit, or of a file or directory given as <revision>:<path>",
            "inputSchema": {
              "properties": {"repo_path": {"type": "string"}, "revision": {"type": "string"}},
              "required": ["repo_path", "revision"],
              "type": "object"
            }
          },
          {
            "name": "git_branch",
            "description": "List Git branches",
            "inputSchema": {
              "properties": {
                "repo_path": {"description": "The path to the Git repository.", "type": "string"},
                "branch_type": {
                  "description": "Whether to list local branches ('local'), remote branches ('remote') or all \#
        branches('all').",
                  "type": "string"
                },
                "contains": {
                  "anyOf": [{"type": "string"}, {"type": "null"}],
                  "default": null,
                  "description": "The commit sha that branch should contain. Do not pass anything to this param if \#
        no commit sha is specified"
                },
                "not_contains": {
                  "anyOf": [{"type": "string"}, {"type": "null"}],
                  "default": null,
                  "description": "The commit sha that branch should NOT contain. Do not pass anything to this \#
        param if no commit sha is specified"
                }
              },
              "required": ["repo_path", "branch_type"],
              "type": "object"
            }
          }
        ]
        """#

    private static let sqliteTools = #"""
        [
          {
            "name": "read_query",
            "description": "Execute a SELECT query on the SQLite database",
            "inputSchema": {
              "type": "object",
              "properties": {"query": {"type": "string", "description": "SELECT SQL query to execute"}},
              "required": ["query"]
            }
          },
          {
            "name": "write_query",
            "description": "Execute an INSERT, UPDATE, or DELETE query on the SQLite database",
            "inputSchema": {
              "type": "object",
              "properties": {"query": {"type": "string", "description": "SQL query to execute"}},
              "required": ["query"]
            }
          },
          {
            "name": "create_table",
            "description": "Create a new table in the SQLite database",
            "inputSchema": {
              "type": "object",
              "properties": {"query": {"type": "string", "description": "CREATE TABLE SQL statement"}},
              "required": ["query"]
            }
          },
          {
            "name": "list_tables",
            "description": "List all tables in the SQLite database",
            "inputSchema": {"type": "object", "properties": {}}
          },
          {
            "name": "describe_table",
            "description": "Get the schema information for a specific table",
            "inputSchema": {
              "type": "object",
              "properties": {"table_name": {"type": "string", "description": "Name of the table to describe"}},
              "required": ["table_name"]
            }
          },
          {
            "name": "append_insight",
            "description": "Add a business insight to the memo",
            "inputSchema": {
              "type": "object",
              "properties": {
                "insight": {"type": "string", "description": "Business insight discovered from data analysis"}
              },
              "required": ["insight"]
            }
          }
        ]
        """#

    private static let calculatorTools = #"""
        [
          {
            "name": "calculate",
            "description": "Calculates/evaluates the given expression.",
            "inputSchema": {"properties": {"expression": {"type": "string"}}, "required": ["expression"], "type": \#
        "object"},
            "outputSchema": {"properties": {"result": {"type": "string"}}, "required": ["result"], "type": "object"}
          }
        ]
        """#
}
